package io.hotspan.cli;

import io.hotspan.search.FilterSyntaxException;
import io.hotspan.search.TraceFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a filter, and says where one cannot be understood. */
final class FilterConverter implements ITypeConverter<TraceFilter> {
    @Override
    public TraceFilter convert(final String filter) {
        try {
            return TraceFilter.parse(filter);
        } catch (final FilterSyntaxException e) {
            final String problem = e.getMessage().lines().findFirst().orElseThrow(); // no picture
            throw new TypeConversionException(problem);
        }
    }
}

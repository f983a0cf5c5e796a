package io.hotspan.agent.bridge;

import io.hotspan.agent.result.ResultKind;
import io.hotspan.symbol.Symbol;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is to be recorded of the calls of one method. Immutable.
 *
 * @param name the span's
 * @param type the span's; null for UNKNOWN
 * @param parameterNames as many as there are parameters
 * @param attributes that each span has
 * @param resultKind whether the result is there when the method returns
 * @param reducer what the outputs are if the result comes in elements
 */
public record WovenMethod(
        Symbol name,
        Symbol type,
        boolean capturesInputs,
        boolean capturesOutput,
        List<String> parameterNames,
        List<FixedAttribute> attributes,
        ResultKind resultKind,
        Function<List<?>, Object> reducer) {

    /** An attribute whose value never changes. */
    public record FixedAttribute(Symbol key, String value) {}

    public WovenMethod {
        Objects.requireNonNull(name, "name");
        parameterNames = List.copyOf(parameterNames);
        attributes = List.copyOf(attributes);
    }
}

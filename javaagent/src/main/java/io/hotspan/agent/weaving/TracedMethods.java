package io.hotspan.agent.weaving;

import io.hotspan.agent.bridge.WovenMethod;
import io.hotspan.agent.options.AgentOptions;
import io.hotspan.agent.options.MethodPattern;
import io.hotspan.agent.result.Reducers;
import io.hotspan.agent.result.ResultKind;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Trace;
import io.hotspan.tracing.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;

/** Says which methods of a class are traced, and how. */
final class TracedMethods {
    /** Traced if they are named, but not by a pattern of a whole class: debuggers call them. */
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals", "hashCode", "toString", "finalize", "clone");

    private static final String LIST = "list";

    private final AgentOptions options;
    private final Tracer tracer;
    private final Consumer<String> warnings;

    TracedMethods(
            final AgentOptions options, final Tracer tracer, final Consumer<String> warnings) {
        this.options = options;
        this.tracer = tracer;
        this.warnings = warnings;
    }

    /**
     * The traced methods of a class, in its order.
     *
     * @param loader of the class
     * @param patterns those that match the class
     */
    Map<MethodDescription, WovenMethod> of(
            final TypeDescription type,
            final ClassLoader loader,
            final List<MethodPattern> patterns) {
        final Map<MethodDescription, WovenMethod> traced = new LinkedHashMap<>();
        for (final MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
            final AnnotationDescription trace = annotation(method);
            if (trace != null && !isExcluded(type, method)) {
                if (canBeWoven(method)) {
                    traced.put(method, annotated(method, trace, loader));
                }
            } else if (isMeant(method, patterns) && !isExcluded(type, method)) {
                traced.put(method, named(type, method));
            }
        }
        return traced;
    }

    /** By name: the annotation may be one of a class loader of the program's own. */
    private static AnnotationDescription annotation(final MethodDescription method) {
        if (method.isSynthetic()) { // the compiler copies annotations to bridge methods
            return null;
        }
        for (final AnnotationDescription annotation : method.getDeclaredAnnotations()) {
            if (annotation.getAnnotationType().getName().equals(Trace.class.getName())) {
                return annotation;
            }
        }
        return null;
    }

    private boolean canBeWoven(final MethodDescription method) {
        if (method.isConstructor()) {
            warnings.accept(
                    "not traced: " + method + ": a constructor; annotate a method that calls it");
            return false;
        }
        if (method.isAbstract() || method.isNative()) {
            warnings.accept(
                    "not traced: "
                            + method
                            + ": it has no body here; annotate the methods that implement it");
            return false;
        }
        return true;
    }

    private static boolean isMeant(
            final MethodDescription method, final List<MethodPattern> patterns) {
        if (!method.isMethod()
                || method.isSynthetic()
                || method.isAbstract()
                || method.isNative()) {
            return false;
        }
        for (final MethodPattern pattern : patterns) {
            if (pattern.matchesMethod(method.getName())
                    && (pattern.namesMethods()
                            || !method.isPrivate()
                                    && !OF_EVERY_OBJECT.contains(method.getName()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcluded(final TypeDescription type, final MethodDescription method) {
        for (final MethodPattern pattern : options.exclude()) {
            if (pattern.matchesClass(type.getName()) && pattern.matchesMethod(method.getName())) {
                return true;
            }
        }
        return false;
    }

    private WovenMethod annotated(
            final MethodDescription method,
            final AnnotationDescription trace,
            final ClassLoader loader) {
        final String name = text(trace, "name");
        final String type = text(trace, "type");
        return new WovenMethod(
                tracer.symbol(name.isEmpty() ? method.getName() : name),
                type.equals(SpanType.UNKNOWN) ? null : tracer.symbol(type),
                options.captureInputs() && truth(trace, "captureInputs"),
                options.captureOutput() && truth(trace, "captureOutput"),
                parameterNames(method),
                attributes(trace),
                resultKind(method),
                reducer(method, text(trace, "reducer"), loader));
    }

    private WovenMethod named(final TypeDescription type, final MethodDescription method) {
        final String className = type.getName();
        final String simpleName =
                className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        return new WovenMethod(
                tracer.symbol(simpleName + "." + method.getName()),
                null,
                options.captureInputs(),
                options.captureOutput(),
                parameterNames(method),
                List.of(),
                resultKind(method),
                Reducers.named(LIST, null));
    }

    private static ResultKind resultKind(final MethodDescription method) {
        final TypeDescription declared = method.getReturnType().asErasure();
        return ResultKind.of(declared.getName(), isStage(declared));
    }

    /** Looks only at types that may be one: each look reads a class file, or some. */
    private static boolean isStage(final TypeDescription declared) {
        try {
            return !declared.isPrimitive()
                    && !declared.isArray()
                    && !declared.getName().startsWith("java.lang.")
                    && declared.isAssignableTo(CompletionStage.class);
        } catch (final TypePool.Resolution.NoSuchTypeException e) {
            return false; // a class that is not there, as of a library that is optional
        }
    }

    private Function<List<?>, Object> reducer(
            final MethodDescription method, final String name, final ClassLoader loader) {
        try {
            return Reducers.named(name, loader);
        } catch (final IllegalArgumentException e) {
            warnings.accept("not reduced: " + method + ": " + e.getMessage());
            return Reducers.named(LIST, loader);
        }
    }

    private static List<String> parameterNames(final MethodDescription method) {
        final List<String> names = new ArrayList<>();
        for (final ParameterDescription parameter : method.getParameters()) {
            names.add(parameter.isNamed() ? parameter.getName() : "arg" + parameter.getIndex());
        }
        return names;
    }

    private List<WovenMethod.FixedAttribute> attributes(final AnnotationDescription trace) {
        final List<WovenMethod.FixedAttribute> attributes = new ArrayList<>();
        for (final AnnotationDescription attribute :
                trace.getValue("attributes").resolve(AnnotationDescription[].class)) {
            attributes.add(
                    new WovenMethod.FixedAttribute(
                            tracer.symbol(text(attribute, "key")), text(attribute, "value")));
        }
        return attributes;
    }

    private static String text(final AnnotationDescription annotation, final String property) {
        return annotation.getValue(property).resolve(String.class);
    }

    private static boolean truth(final AnnotationDescription annotation, final String property) {
        return annotation.getValue(property).resolve(Boolean.class);
    }
}

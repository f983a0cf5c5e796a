package io.hotspan.tracing;

import io.hotspan.model.SpanType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a span around each call of a method. The Java agent weaves it in when the class is
 * loaded; without the agent the annotation does nothing.
 *
 * <p>The arguments become the span's inputs, by the names of the parameters where the class file
 * has them ({@code -parameters} or {@code -g}), else as {@code arg0}, {@code arg1} …; the return
 * value becomes its outputs; what the method throws makes it ERROR, is recorded as an event, and
 * comes out unchanged. A method that returns a {@code CompletionStage}, {@code Future}, {@code
 * Stream}, {@code Iterator} or a {@code Publisher} gives a span that ends when the result does.
 *
 * <p>Methods of any visibility, static, final and generic ones too; not constructors, nor methods
 * without a body. A method that overrides this one is traced if it is annotated itself.
 *
 * <p>Source: {@code @mlflow.trace}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Trace {
    /** The span's name; by default that of the method. */
    String name() default "";

    /** One of {@link SpanType}, or a type of the program's own. */
    String type() default SpanType.UNKNOWN;

    /** Whether the arguments become the span's inputs. */
    boolean captureInputs() default true;

    /** Whether the return value becomes the span's outputs. */
    boolean captureOutput() default true;

    /** Attributes that each span has. */
    Attribute[] attributes() default {};

    /**
     * What the outputs of a method are whose result comes in elements: {@code list} of them all,
     * {@code concat}enated text, {@code count}, {@code first} or {@code last}; or {@code
     * com.acme.Reducers#sum}, a static method that takes the list and returns the outputs.
     *
     * <p>Source: {@code output_reducer}.
     */
    String reducer() default "list";

    /** An attribute of a span. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Attribute {
        /** Its key. */
        String key();

        /** Its value. */
        String value();
    }
}

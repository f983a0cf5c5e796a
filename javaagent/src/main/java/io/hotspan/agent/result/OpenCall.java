package io.hotspan.agent.result;

/**
 * A call whose method has returned, and whose result is still to come. Any thread may call it; only
 * the first of the ends counts. Nothing throws.
 */
public interface OpenCall {
    /** One more element of the result has come. */
    void element(Object element);

    /** The result is whole: what came in elements, if it did. */
    void end();

    /** The result is whole, and this. */
    void endWith(Object value);

    /** The result failed. */
    void fail(Throwable thrown);
}

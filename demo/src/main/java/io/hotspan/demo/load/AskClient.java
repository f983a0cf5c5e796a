package io.hotspan.demo.load;

import io.hotspan.demo.assistant.AskService;
import io.hotspan.demo.assistant.CallCount;
import io.hotspan.demo.assistant.InvalidQuestionException;
import io.hotspan.model.SpanType;
import io.hotspan.tracing.Trace;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the service, and waits for what it answers. For any number of threads. */
public final class AskClient {
    private static final long TIMEOUT_SECONDS = 300; // longer than the model's, retries included

    private final AskService service;
    private final CallCount calls;

    public AskClient(final AskService service, final CallCount calls) {
        this.service = service;
        this.calls = calls;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param session which conversation the question belongs to
     * @throws AskException if there is no answer
     */
    @Trace(type = SpanType.TASK)
    String ask(final String question, final String session) {
        calls.add();
        try {
            return service.ask(question).get(TIMEOUT_SECONDS, TimeUnit.SECONDS).text();
        } catch (final ExecutionException e) {
            final Throwable cause = e.getCause();
            throw cause instanceof InvalidQuestionException
                    ? new AskException("refused: " + cause.getMessage(), true, cause)
                    : new AskException(describe(cause), false, cause);
        } catch (final TimeoutException e) {
            throw new AskException("no answer for " + TIMEOUT_SECONDS + " s", false, e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AskException("interrupted while waiting for an answer", false, e);
        }
    }

    /** The SDK says what it did, and the cause why that failed. */
    private static String describe(final Throwable failure) {
        final String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        final Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null
                ? text
                : text + ": " + cause.getMessage();
    }
}

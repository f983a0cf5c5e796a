package io.hotspan.agent.bridge;

import io.hotspan.agent.context.Propagation;
import io.hotspan.model.SpanEvent;
import io.hotspan.model.SpanStatus;
import io.hotspan.record.ReservedKeys;
import io.hotspan.recording.Recorder;
import io.hotspan.recording.RecorderFinder;
import io.hotspan.recording.Recording;
import io.hotspan.recording.SpanHandle;
import io.hotspan.symbol.Symbol;
import io.hotspan.tracing.Tracer;
import java.util.List;

/** Records the calls of woven methods. Safe for any thread; nothing throws. */
public final class WovenCalls extends RecorderFinder {
    private final Tracer tracer;
    private final Symbol inputsKey;
    private final Symbol outputsKey;
    private final Symbol typeKey;
    private final Propagation propagation;
    private final Runnable firstCall;
    private volatile boolean called;
    private volatile WovenMethod[] methods = {}; // replaced, never changed

    /**
     * Records into a recording.
     *
     * @param firstCall runs before the first span is opened
     */
    public WovenCalls(final Recording recording, final Runnable firstCall) {
        super(recording);
        this.firstCall = firstCall;
        tracer = new Tracer(recording);
        inputsKey = tracer.symbol(ReservedKeys.SPAN_INPUTS);
        outputsKey = tracer.symbol(ReservedKeys.SPAN_OUTPUTS);
        typeKey = tracer.symbol(ReservedKeys.SPAN_TYPE);
        propagation = new Propagation(recording, tracer);
    }

    /** What spans by hand are opened with, so that they nest with the woven ones. */
    public Tracer tracer() {
        return tracer;
    }

    /** Takes contexts along with work. */
    public Propagation propagation() {
        return propagation;
    }

    /** Spans will be opened now. */
    void begin() {
        if (!called) {
            beginOnce();
        }
    }

    private void beginOnce() {
        synchronized (firstCall) { // not this: classes that are woven meanwhile are added
            if (!called) {
                try {
                    firstCall.run();
                } finally {
                    called = true;
                }
            }
        }
    }

    /** Takes a method in; what is returned stands for it in woven code. */
    public synchronized int add(final WovenMethod method) {
        final WovenMethod[] more = new WovenMethod[methods.length + 1];
        System.arraycopy(methods, 0, more, 0, methods.length);
        more[methods.length] = method;
        methods = more;
        return more.length - 1;
    }

    long enter(final int methodIndex) {
        begin();
        final WovenMethod method = methods[methodIndex];
        final Recorder recorder = recorder();
        final Symbol type = method.type();
        final int typeId = type == null ? Symbol.NO_ID : type.id();
        final long handle = recorder.start(method.name().id(), typeId);
        if (method.name().id() == Symbol.NO_ID) {
            recorder.details().name(handle, method.name());
        }
        if (type != null && typeId == Symbol.NO_ID) {
            recorder.attribute(handle, typeKey, type.text());
        }
        final List<WovenMethod.FixedAttribute> attributes = method.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            final WovenMethod.FixedAttribute attribute = attributes.get(i);
            recorder.attribute(handle, attribute.key(), attribute.value());
        }
        return handle;
    }

    long enter(final int methodIndex, final Object[] arguments) {
        final long handle = enter(methodIndex);
        if (SpanHandle.isRecorded(handle)) {
            try {
                final Arguments inputs =
                        new Arguments(methods[methodIndex].parameterNames(), arguments);
                recorder().details().attribute(handle, inputsKey, inputs);
            } catch (final Throwable e) {
                failed(e); // the span is open, and must be ended
            }
        }
        return handle;
    }

    void exit(final long handle, final Throwable thrown) {
        if (thrown == null) {
            recorder().endOk(handle);
        } else {
            exitWith(handle, thrown);
        }
    }

    void exit(final long handle, final Object result, final Throwable thrown) {
        if (thrown == null && SpanHandle.isRecorded(handle)) {
            recorder().details().attribute(handle, outputsKey, result);
        }
        exit(handle, thrown);
    }

    AsyncCall enterAsync(final int methodIndex, final Object[] arguments) {
        begin();
        return new AsyncCall(tracer, methods[methodIndex], arguments);
    }

    private void exitWith(final long handle, final Throwable thrown) {
        final Recorder recorder = recorder();
        try {
            if (SpanHandle.isRecorded(handle)) {
                final SpanEvent event = SpanEvent.fromException(thrown);
                recorder.details()
                        .event(
                                handle,
                                recorder.symbol(event.name()),
                                event.epochNanos(),
                                event.attributes());
                recorder.details().status(handle, SpanStatus.error(thrown));
            }
        } finally {
            recorder.end(handle);
        }
    }

    void failed(final Throwable failure) {
        recorder().failed(failure);
    }
}

package org.sipsleuth.view.ui;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/// Fails the test during which the JavaFX thread stands still for 30 seconds, with the stacks of
/// all threads. Later tests of the same JVM are skipped while it still stands.
///
/// It is registered for every test of this module and of those that use its test jar
/// (`META-INF/services`); where JavaFX was not started there is nothing to watch.
public final class FxWatchdog implements ExecutionCondition, BeforeAllCallback, TestExecutionExceptionHandler,
        AfterEachCallback, AfterAllCallback {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Namespace STORE = Namespace.create(FxWatchdog.class);

    /// What the JavaFX thread has not answered in time, as long as it has not.
    private static volatile CountDownLatch missing = new CountDownLatch(0);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return missing.getCount() == 0 ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("the JavaFX thread stands still since an earlier test");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(STORE).put(Watch.class, new Watch(LIMIT));
    }

    /// What the test was interrupted at matters less.
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        watch(context).check();
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        watch(context).check();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Watch watch = watch(context);
        watch.close();
        watch.check();
    }

    private static Watch watch(ExtensionContext context) {
        return context.getStore(STORE).get(Watch.class, Watch.class);
    }

    /// Asks the JavaFX thread for a sign of life again and again. Where none comes, the thread that
    /// made this is interrupted until it has noticed: it may wait for the other without end.
    static final class Watch implements AutoCloseable {

        /// Each is waited for by itself: where the whole machine stood still, no more than one has
        /// passed.
        private static final int SLICES = 30;

        private final Thread tests = Thread.currentThread();
        private final CountDownLatch closed = new CountDownLatch(1);
        private final AtomicReference<AssertionError> fault = new AtomicReference<>();
        private final Duration slice;

        /// @param limit how long the JavaFX thread may take to answer
        Watch(Duration limit) {
            slice = limit.dividedBy(SLICES);
            Thread.ofPlatform().daemon().name("fx-watchdog").start(this::run);
        }

        private void run() {
            try {
                while (!passes(closed)) {
                    ask();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean passes(CountDownLatch latch) throws InterruptedException {
            return latch.await(slice.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void ask() throws InterruptedException {
            CountDownLatch answer = new CountDownLatch(1);
            try {
                Platform.runLater(answer::countDown);
            } catch (IllegalStateException notStarted) {
                return;
            }
            int waited = 1;
            while (!passes(answer) && closed.getCount() > 0) {
                if (waited++ == SLICES) {
                    fault.set(fault());
                    missing = answer;
                }
                if (waited > SLICES) {
                    tests.interrupt();
                }
            }
        }

        private static AssertionError fault() {
            Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
            String all = stacks.entrySet()
                    .stream()
                    .map(each -> Stream.of(each.getValue())
                            .map(frame -> "\n\tat " + frame)
                            .collect(Collectors.joining("", each.getKey() + " " + each.getKey().getState(), "\n")))
                    .collect(Collectors.joining("\n"));
            AssertionError fault = new AssertionError("the JavaFX thread stands still; all threads:\n\n" + all);
            stacks.entrySet()
                    .stream()
                    .filter(each -> each.getKey().getName().equals("JavaFX Application Thread"))
                    .forEach(its -> fault.setStackTrace(its.getValue()));
            return fault;
        }

        /// Fails if the JavaFX thread stood still.
        void check() {
            AssertionError found = fault.getAndSet(null);
            if (found != null) {
                boolean _ = Thread.interrupted(); // by this
                throw found;
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}

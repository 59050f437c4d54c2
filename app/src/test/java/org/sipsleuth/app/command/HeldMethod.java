package org.sipsleuth.app.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;

/// A method that states what [ObservedMethod] does. While it is held it is at a third of its way,
/// and can be cancelled.
public final class HeldMethod implements Method {

    private final ObservedMethod observed = new ObservedMethod();
    private volatile boolean isHeld = true;
    private volatile boolean isWaiting;
    private volatile boolean wasCancelled;
    private volatile boolean fails;

    /// A method that is not held yet.
    public static HeldMethod released() {
        HeldMethod method = new HeldMethod();
        method.release();
        return method;
    }

    /// Holds it from now on, as it is at first.
    public void hold() {
        isHeld = true;
    }

    /// Whether it has got as far as it can while it is held.
    public boolean isWaiting() {
        return isWaiting;
    }

    /// Whether somebody asked it to stop while it waited.
    public boolean wasCancelled() {
        return wasCancelled;
    }

    /// Lets it finish.
    public void release() {
        isHeld = false;
    }

    /// Lets it fail.
    public void fail() {
        fails = true;
        isHeld = false;
    }

    @Override
    public String name() {
        return observed.name();
    }

    @Override
    public Sentence sentence() {
        return observed.sentence();
    }

    @Override
    public boolean isTrained() {
        return observed.isTrained();
    }

    @Override
    public MethodTexts texts() {
        return observed.texts();
    }

    @Override
    public Set<IncidentKind> kinds() {
        return observed.kinds();
    }

    @Override
    public List<Setting> settings() {
        return observed.settings();
    }

    @Override
    public ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) {
        return observed.train(request, monitor, news);
    }

    @Override
    public ModelFile shipped() {
        return observed.shipped();
    }

    @Override
    public Detector detector(ModelFile file) {
        return new Held(observed.detector(file));
    }

    private final class Held implements Detector {

        private final Detector observer;

        private Held(Detector observer) {
            this.observer = observer;
        }

        @Override
        public String name() {
            return observer.name();
        }

        @Override
        public ModelIdentity model() {
            return observer.model();
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            while (isHeld) {
                isWaiting = true;
                monitor.progress(new Progress("Comparing dialogs", 420, 1369));
                try {
                    monitor.throwIfCancelled();
                } catch (CancellationException asked) {
                    wasCancelled = true;
                    throw asked;
                }
                LockSupport.parkNanos(1_000_000);
            }
            if (fails) {
                throw new IllegalStateException("a detector that fails");
            }
            return observer.detect(index, monitor);
        }
    }
}

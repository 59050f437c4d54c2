package org.sipsleuth.app.workbench;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.sipsleuth.app.command.ObservedMethod;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Setting;

/// A method that finds what [ObservedMethod] does, and while it is held waits until it is
/// cancelled.
final class WaitingMethod implements Method {

    private final ObservedMethod observed = new ObservedMethod();
    private volatile boolean isHeld;
    private volatile boolean isWaiting;
    private volatile boolean wasCancelled;

    /// Lets it wait from now on.
    void hold() {
        isHeld = true;
    }

    boolean isWaiting() {
        return isWaiting;
    }

    /// Whether somebody asked it to stop while it waited.
    boolean wasCancelled() {
        return wasCancelled;
    }

    @Override
    public String name() {
        return observed.name();
    }

    @Override
    public String sentence() {
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
        return new Waiting(observed.detector(file));
    }

    private final class Waiting implements Detector {

        private final Detector observer;

        private Waiting(Detector observer) {
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
            return observer.detect(index, monitor);
        }
    }
}

package org.sipsleuth.app.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
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

/// A method that states what [ObservedMethod] does, once it is released: until then it is at a
/// third of its way, and can be cancelled.
public final class HeldMethod implements Method {

    private final ObservedMethod observed = new ObservedMethod();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean fails;

    /// Lets it finish.
    public void release() {
        held.countDown();
    }

    /// Lets it fail.
    public void fail() {
        fails = true;
        held.countDown();
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
            while (held.getCount() > 0) {
                monitor.progress(new Progress("Comparing dialogs", 420, 1369));
                monitor.throwIfCancelled();
                LockSupport.parkNanos(1_000_000);
            }
            if (fails) {
                throw new IllegalStateException("a detector that fails");
            }
            return observer.detect(index, monitor);
        }
    }
}

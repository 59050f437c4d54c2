package org.sipsleuth.run;

/// A monitor whose user asked the run to stop before it began.
public final class StoppedRun implements RunMonitor {

    @Override
    public void progress(Progress progress) {}

    @Override
    public boolean isCancelled() {
        return true;
    }
}

package org.sipsleuth.app.program;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

/// Runs each detector of a command on a thread of its own.
public final class DetectorThreads {

    private DetectorThreads() {}

    /// Runs detectors over a capture, side by side, and waits for all of them.
    public static Investigation investigate(SipIndex index, List<Detector> detectors, RunMonitor monitor) {
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("detector-", 0).factory())) {
            return CaptureSession.investigate(index, detectors, threads, monitor);
        }
    }
}

package org.sipsleuth.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.Progress;

/// The open capture with what each detector in use found in it so far. Immutable.
///
/// @param index the capture; empty if none is open
/// @param runs one for each detector in use, in their order; none if no capture is open
public record SessionState(Optional<SipIndex> index, List<DetectorRun> runs) {

    /// No capture is open.
    public static final SessionState EMPTY = new SessionState(Optional.empty(), List.of());

    /// A detector with its status.
    public record DetectorRun(Detector detector, DetectorStatus status) {

        /// Why the detector failed, if it did so by itself.
        public Optional<Fault> fault() {
            return status instanceof DetectorStatus.Failed(var cause) && Fault.isContained(cause)
                    ? Optional.of(Fault.of(detector.name(), cause))
                    : Optional.empty();
        }
    }

    /// Takes a copy.
    public SessionState {
        runs = List.copyOf(runs);
    }

    /// The status of the first detector of this name; empty if there is none or no capture is open.
    ///
    /// @param detector e.g. `sequence`
    public Optional<DetectorStatus> status(String detector) {
        return runs.stream()
                .filter(run -> run.detector().name().equals(detector))
                .map(DetectorRun::status)
                .findFirst();
    }

    /// Whether any detector is running.
    public boolean isRunning() {
        return runs.stream().anyMatch(run -> run.status() instanceof DetectorStatus.Running);
    }

    /// The progress of the first detector that is running.
    Optional<Progress> progress() {
        return runs.stream()
                .map(DetectorRun::status)
                .filter(DetectorStatus.Running.class::isInstance)
                .map(status -> ((DetectorStatus.Running) status).progress())
                .findFirst();
    }

    /// Why the first detector that failed did, where that concerns all of them.
    Optional<Throwable> failure() {
        return runs.stream()
                .map(DetectorRun::status)
                .filter(DetectorStatus.Failed.class::isInstance)
                .map(status -> ((DetectorStatus.Failed) status).cause())
                .filter(cause -> !Fault.isContained(cause))
                .findFirst();
    }

    /// The detectors that failed by themselves, in their order.
    public List<Fault> faults() {
        return runs.stream().flatMap(run -> run.fault().stream()).toList();
    }

    /// What the detectors have found so far in the capture or in earlier parts of it, in their
    /// order.
    public List<Detection> detections() {
        return runs.stream()
                .map(run -> run.status().detection())
                .flatMap(Optional::stream)
                .toList();
    }

    /// All findings of the detectors that have finished, and why the others failed.
    ///
    /// @throws IllegalStateException if no capture is open
    public Investigation investigation() {
        SipIndex open = index.orElseThrow(() -> new IllegalStateException("No capture is open"));
        return Investigation.of(
                open,
                detections().stream().filter(each -> Objects.equals(each.index(), open)).toList(),
                faults());
    }
}

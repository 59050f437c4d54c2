package org.sipsleuth.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
/// @param joined what they found, joined
public record SessionState(Optional<SipIndex> index, List<DetectorRun> runs, Joined joined) {

    /// No capture is open.
    public static final SessionState EMPTY = new SessionState(Optional.empty(), List.of(), Joined.NOTHING);

    /// A detector with its status.
    public record DetectorRun(Detector detector, DetectorStatus status) {

        /// Why the detector failed, if it did so by itself.
        public Optional<Fault> fault() {
            return status instanceof DetectorStatus.Failed(var cause) && Fault.isContained(cause)
                    ? Optional.of(Fault.of(detector.name(), cause))
                    : Optional.empty();
        }
    }

    /// What the detectors found, joined.
    ///
    /// @param investigation empty before the first detector has finished. Where a detector was
    ///     replaced, say by another model of its method, what the one before found in the same
    ///     capture counts until the new one has ended. Can be of an earlier part of the capture
    /// @param isRunning whether findings are being joined that the investigation does not have yet
    /// @param failure why what was found since could not be joined: the investigation is the last one
    ///     that could, and what is missing in it may have been found. Until a join succeeds
    public record Joined(Optional<Investigation> investigation, boolean isRunning, Optional<Throwable> failure) {

        /// Nothing was found yet.
        public static final Joined NOTHING = new Joined(Optional.empty(), false, Optional.empty());

        Joined running() {
            return new Joined(investigation, true, failure);
        }

        Joined failed(Throwable cause) {
            return new Joined(investigation, false, Optional.of(cause));
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
        return runs.stream().filter(run -> run.detector().name().equals(detector)).map(DetectorRun::status).findFirst();
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

    /// Why the first detector that failed did, where that concerns all of them, or why findings
    /// could not be joined.
    Optional<Throwable> failure() {
        return Stream.concat(joined.failure().stream(), ofDetectors()).findFirst();
    }

    private Stream<Throwable> ofDetectors() {
        return runs.stream()
                .map(DetectorRun::status)
                .filter(DetectorStatus.Failed.class::isInstance)
                .map(status -> ((DetectorStatus.Failed) status).cause())
                .filter(cause -> !Fault.isContained(cause));
    }

    /// The detectors that failed by themselves, in their order.
    public List<Fault> faults() {
        return runs.stream().flatMap(run -> run.fault().stream()).toList();
    }

    /// What the detectors have found so far in the capture or in earlier parts of it, in their
    /// order.
    public List<Detection> detections() {
        return runs.stream().map(run -> run.status().detection()).flatMap(Optional::stream).toList();
    }
}

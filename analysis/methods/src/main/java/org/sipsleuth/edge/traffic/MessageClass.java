package org.sipsleuth.edge.traffic;

/// Whether a message counts as an attack: by the ground truth, or by the incidents of the capture.
/// A replay never decides by it; results are only counted by it.
public enum MessageClass {
    /// Legitimate by the ground truth, or part of no incident.
    LEGITIMATE,
    /// An attack by the ground truth, or part of an incident.
    ATTACK
}

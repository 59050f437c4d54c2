package org.sipsleuth.flood.detection;

/// Who decides that something is a flood.
public enum FloodDecision {
    /// The session rule: INVITEs that come to nothing are many enough. The network flags too few
    /// windows, or the server has too little history for it.
    RULE,
    /// The deciding network: it flags enough windows. The rule finds no flood.
    NETWORK,
    /// Both.
    BOTH
}

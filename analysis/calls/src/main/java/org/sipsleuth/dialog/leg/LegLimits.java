package org.sipsleuth.dialog.leg;

/// What was left out so that no capture takes forever.
///
/// @param crowded how many dialogs had more possible partners than are compared; only those nearest
///     in time were
/// @param common how many identifiers are shared by so many dialogs that they indicate nothing
/// @param refused how many links would have made a group too large
public record LegLimits(long crowded, long common, long refused) {

    /// Whether anything was left out.
    public boolean any() {
        return crowded > 0 || common > 0 || refused > 0;
    }
}

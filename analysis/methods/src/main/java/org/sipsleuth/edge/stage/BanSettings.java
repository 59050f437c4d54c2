package org.sipsleuth.edge.stage;

/// Settings of bans after failed requests.
///
/// @param failures so many within the window ban a source, at least 1
/// @param windowSeconds the window
/// @param banSeconds for how long it is banned
public record BanSettings(int failures, double windowSeconds, double banSeconds) {

    /// The defaults of fail2ban: 5 within 10 minutes, for 10 minutes.
    public static final BanSettings USUAL = new BanSettings(5, 600, 600);
}

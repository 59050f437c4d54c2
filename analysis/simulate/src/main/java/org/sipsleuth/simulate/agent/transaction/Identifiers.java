package org.sipsleuth.simulate.agent.transaction;

import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Host;

/// Makes branches, tags and Call-IDs, each in the manner of its profile.
public final class Identifiers {

    private static final String COOKIE = "z9hG4bK";
    private static final String DIGITS = "0123456789";
    private static final int MANNERS = 4;

    private final SeededRandom draws;
    private final int manner;
    private final String host;

    /// @param host of the element, which some write into Call-IDs
    public Identifiers(SeededRandom draws, Profile profile, Host host) {
        this.draws = draws;
        this.manner = Math.floorMod(profile.product().hashCode(), MANNERS);
        this.host = host.toString();
    }

    /// A branch for a new transaction.
    public String branch() {
        return switch (manner) {
            case 0 -> COOKIE + draws.hex(16);
            case 1 -> COOKIE + "-" + draws.token(12);
            case 2 -> COOKIE + "Pj" + draws.token(20);
            default -> COOKIE + draws.text(DIGITS, 10);
        };
    }

    /// A tag for one side of a dialog.
    public String tag() {
        return switch (manner) {
            case 0 -> draws.hex(16);
            case 1 -> draws.token(10);
            case 2 -> "as" + draws.hex(8);
            default -> draws.text(DIGITS, 10);
        };
    }

    /// A Call-ID for a new dialog.
    public String callId() {
        return switch (manner) {
            case 0 -> draws.hex(24) + "@" + host;
            case 1 -> draws.token(22);
            case 2 -> uuid();
            default -> draws.text(DIGITS, 12) + "-" + draws.hex(8) + "@" + host;
        };
    }

    private String uuid() {
        return String.join("-", draws.hex(8), draws.hex(4), draws.hex(4), draws.hex(4), draws.hex(12));
    }
}

package org.sipsleuth.incident;

import org.sipsleuth.finding.IncidentKind;

/// What is done about an actor, by its role and by what it did; the usual answer is to watch it.
/// Nobody is kept from working but hosts that nobody of the place works with.
final class AdviceTable {

    private AdviceTable() {}

    /// What is done about an actor.
    static Measure of(ActorRole role, IncidentKind kind) {
        return switch (role) {
            case OUTSIDER -> isAttack(kind) ? Measure.BLOCK : Measure.WATCH;
            case INSIDER -> isAttack(kind) ? Measure.FIND : Measure.WATCH;
            case FORGED -> isAttack(kind) ? Measure.TRACE : Measure.WATCH;
            case UNNAMED -> kind.isFlood() ? Measure.BAR_WRITING : Measure.WATCH;
            case DOUBTFUL -> ofDoubtful(kind);
            case PHONE -> ofPhone(kind);
            case SHARED -> ofShared(kind);
            case CARRIED -> isAttack(kind) ? Measure.BAR_CALLERS : Measure.WATCH;
            case TRUNK -> isAttack(kind) ? Measure.ASK_OPERATOR : Measure.WATCH;
            case SERVER -> isAttack(kind) ? Measure.LOOK_BEHIND : Measure.WATCH;
            case MONITORING -> kind.isFlood() || kind == IncidentKind.HOST_SCAN ? Measure.ALLOW : Measure.WATCH;
            case ALLOWED -> Measure.WATCH;
        };
    }

    /// Whether it states more than that traffic is rare, or opens ports.
    private static boolean isAttack(IncidentKind kind) {
        return switch (kind.group()) {
            case SCAN, ENUMERATE, GUESS, USE, FLOOD, SPIT, HIJACK, MALFORMED -> true;
            case OTHER -> false;
        };
    }

    private static Measure ofDoubtful(IncidentKind kind) {
        return switch (kind.group()) {
            case GUESS -> Measure.CORRECT_PASSWORD;
            case USE -> Measure.ASK_USER;
            case HIJACK -> kind == IncidentKind.REGISTRATION_HIJACK ? Measure.ASK_USER : Measure.WATCH;
            case SCAN, ENUMERATE, FLOOD, SPIT, MALFORMED, OTHER -> Measure.WATCH;
        };
    }

    private static Measure ofPhone(IncidentKind kind) {
        return switch (kind.group()) {
            case GUESS -> Measure.CORRECT_PASSWORD;
            case USE -> kind == IncidentKind.TOLL_FRAUD ? Measure.BAR_NUMBERS : Measure.ASK_USER;
            case SPIT -> Measure.BAR_USERS;
            case HIJACK -> kind == IncidentKind.REGISTRATION_HIJACK ? Measure.ASK_USER : Measure.EXAMINE;
            case SCAN, ENUMERATE, FLOOD, MALFORMED -> Measure.EXAMINE;
            case OTHER -> Measure.WATCH;
        };
    }

    private static Measure ofShared(IncidentKind kind) {
        return switch (kind.group()) {
            case GUESS -> Measure.CORRECT_PASSWORD;
            case USE -> kind == IncidentKind.TOLL_FRAUD ? Measure.BAR_NUMBERS : Measure.BAR_USERS;
            case SPIT -> Measure.BAR_USERS;
            case HIJACK -> kind == IncidentKind.REGISTRATION_HIJACK ? Measure.ASK_USER : Measure.LOOK_BEHIND;
            case SCAN, ENUMERATE, FLOOD, MALFORMED -> Measure.LOOK_BEHIND;
            case OTHER -> Measure.WATCH;
        };
    }
}

package org.sipsleuth.rule;

import java.util.List;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.transaction.HopTransaction;

/// Requests of one method to one host that came to nothing, from one source or from many.
///
/// @param target the host they were sent to, as a number of the table
/// @param method the method; empty for several that are unknown
/// @param requests in the order of time
/// @param sources how many source addresses there are
/// @param actors those that sent it, as numbers of the table; empty where they are forged or too
///     many to be named
/// @param borrowed how many source addresses otherwise behave as phones and trunks do
/// @param forging why the source addresses are taken as forged, if they are
record Flood(int target, String method, List<HopTransaction> requests, int sources, List<Integer> actors, int borrowed,
        Forging forging) {

    /// From this share of the requests on, they are for a user.
    private static final double SHARE_OF_USER = 0.5;

    private static final int NOT_FOUND = 404;

    IncidentKind kind() {
        return switch (method) {
            case "INVITE" -> IncidentKind.INVITE_FLOOD;
            case "REGISTER" -> IncidentKind.REGISTER_FLOOD;
            case "OPTIONS" -> IncidentKind.OPTIONS_FLOOD;
            default -> IncidentKind.OTHER_FLOOD;
        };
    }

    /// The users that most requests are for: the callee, the account; none where they are for many.
    List<Integer> users() {
        return Counts.of(method.equals("REGISTER") ? HopTransaction::toUser : HopTransaction::requestUser, requests)
                .atLeast(SHARE_OF_USER * requests.size())
                .filter(user -> user != HopTransaction.NONE)
                .boxed()
                .toList();
    }

    /// Whether a user that it names is only a number: most answers to the INVITEs for it are 404.
    boolean isOnlyNumber(int user) {
        List<HopTransaction> answered =
                requests.stream().filter(each -> each.requestUser() == user && each.status() != 0).toList();
        long missing = answered.stream().filter(each -> each.status() == NOT_FOUND).count();
        return method.equals("INVITE") && missing > SHARE_OF_USER * answered.size();
    }

    long fromNanos() {
        return requests.getFirst().atNanos();
    }

    long toNanos() {
        return requests.getLast().atNanos();
    }

    /// Whether the source addresses are forged.
    boolean areForged() {
        return forging != Forging.NONE;
    }

    /// Whether it comes from several sources.
    boolean isPooled() {
        return sources > 1;
    }
}

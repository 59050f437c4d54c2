package org.sipsleuth.edge.stage;

import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.transaction.HopTransaction;

/// Bans a source after failed requests, as fail2ban does by the log of a server: credentials that
/// are refused (401, 407, 403), and users that do not exist (404) asked for without credentials.
public final class FailureBan implements Stage {

    private static final double NANOS = 1e9;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final BorderTraffic traffic;
    private final TimedBlocks bans;

    public FailureBan(BorderTraffic traffic, BanSettings settings) {
        this.traffic = traffic;
        bans = new TimedBlocks(traffic.table().hostCount(), settings.failures(),
                (long) (settings.windowSeconds() * NANOS), (long) (settings.banSeconds() * NANOS));
    }

    @Override
    public Protection protection() {
        return Protection.FAILURE_BAN;
    }

    @Override
    public Ruling admit(int message, long nowNanos) {
        return bans.isBlocked(traffic.peer(message), nowNanos) ? Ruling.SOURCE_BANNED : Ruling.PASS;
    }

    @Override
    public void left(int message, long nowNanos) {
        int transaction = traffic.transaction(message);
        if (transaction == BorderTraffic.NONE) {
            return;
        }
        HopTransaction request = traffic.table().all().get(transaction);
        if (request.response() == message && isFailure(request)) {
            bans.offend(traffic.peer(message), nowNanos);
        }
    }

    private static boolean isFailure(HopTransaction request) {
        boolean isRefused = request.hasCredentials() && request.isChallenged() && !request.isStale();
        boolean isUnknownUser = request.status() == NOT_FOUND && !request.hasCredentials() && !request.isWithinDialog()
                && request.method() != MessageTypes.CANCEL;
        return isRefused || request.status() == FORBIDDEN || isUnknownUser;
    }
}

package org.sipsleuth.simulate.agent.server;

import java.util.List;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.transaction.ServerTransaction;

/// Asks those who call a user agent for credentials, as a service does that is no proxy (401; RFC
/// 3261 §22.2).
public final class Gatekeeper {

    private static final int UNAUTHORIZED = 401;

    private final Location location = new Location();
    private final DigestAuthenticator authenticator;

    /// @param realm what it protects
    /// @param accounts who may call
    public Gatekeeper(Scene scene, String realm, List<Account> accounts) {
        accounts.forEach(location::add);
        authenticator = new DigestAuthenticator(realm, location, scene.timeline(), scene.drawsOfNext());
    }

    /// Lets somebody else call, too.
    public void know(Account account) {
        location.add(account);
    }

    /// Whether a request has the credentials of its caller; it is challenged otherwise.
    public boolean admits(ServerTransaction transaction) {
        return authenticator.lets(transaction, UNAUTHORIZED);
    }
}

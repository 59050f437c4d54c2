package org.sipsleuth.simulate.agent.server;

import java.util.function.Predicate;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// A stateful proxy and the registrar of a domain, at one socket.
///
/// Requests for other domains follow the routing rules, else the address in the URI. A user
/// that it does not know gets 404, one that is not registered 480.
public final class Server {

    private final Proxy proxy;

    /// Attaches it to its socket; the capture is not made there.
    public Server(Scene scene, Profile profile, Socket socket, String domain) {
        this.proxy = new Proxy(scene, profile, socket, domain);
    }

    /// Moves it to a tapped socket, where the capture is made.
    public Server tapped() {
        return at(Access.to(proxy.scene.network(), true));
    }

    /// Changes its network access.
    public Server at(Access access) {
        proxy.transport.become(access);
        return this;
    }

    /// Adds a user.
    public Server serving(Account account) {
        proxy.location.add(account);
        return this;
    }

    /// Adds a user with a fixed contact, without registration.
    public Server serving(Account account, Socket at) {
        proxy.location.add(account);
        String uri = "sip:" + account.user() + "@" + at.inUri();
        proxy.location.bind(account.user(), uri, at, Long.MAX_VALUE);
        return this;
    }

    /// Requires credentials for REGISTER (401).
    public Server challengingRegistrations() {
        proxy.registrar.challenge();
        return this;
    }

    /// Requires credentials for requests of its own domain outside of dialogs (407).
    public Server challengingCalls() {
        proxy.challenges = true;
        return this;
    }

    /// Refuses wrong credentials with 403; it challenges again otherwise.
    public Server refusingWrongPasswords() {
        proxy.gatekeeper.refuseWrongPasswords();
        return this;
    }

    /// Challenges REGISTER for unknown users like that for known ones; the default is 404.
    public Server hidingUsers() {
        proxy.registrar.hideUsers();
        return this;
    }

    /// Stays in the path of dialogs (Record-Route).
    public Server recordingRoutes() {
        proxy.recordsRoutes = true;
        return this;
    }

    /// Sends requests on to another server or gateway, and trusts it. The first matching rule
    /// applies; a Request-URI with a numeric address of another host needs none.
    ///
    /// @param which Request-URIs it applies to
    public Server routing(Predicate<String> which, Socket to) {
        proxy.router.add(which, to);
        return this;
    }

    /// Requires no credentials from another server.
    public Server trusting(Socket peer) {
        proxy.router.trust(peer);
        return this;
    }

    public Socket socket() {
        return proxy.transport.socket();
    }

    public Profile profile() {
        return proxy.profile;
    }

    public String domain() {
        return proxy.domain;
    }

    /// Fails: it loses its transactions and the contacts of all users, and no longer answers. The
    /// capture, where one is made, goes on.
    public void fail() {
        proxy.fail();
    }

    /// Answers again after a failure, without any registered contact.
    public void restart() {
        proxy.restart();
    }

    /// The number of active transactions.
    public int open() {
        return proxy.open();
    }
}

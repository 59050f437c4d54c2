package org.sipsleuth.simulate.agent.server;

import java.util.function.Predicate;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.Account;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// A stateful proxy and the registrar of a domain, at one socket.
///
/// What is not for one of its users goes where a rule says, or to the address in the URI. A user
/// that it does not know gets 404, one that is not registered 480.
public final class Server {

    private final Proxy proxy;

    /// Takes its seat; the capture is not made there.
    public Server(Scene scene, Profile profile, Socket socket, String domain) {
        this.proxy = new Proxy(scene, profile, socket, domain);
    }

    /// Changes its seat to one where the capture is made.
    public Server tapped() {
        return at(Access.to(proxy.scene.network(), true));
    }

    /// Changes its seat.
    public Server at(Access access) {
        proxy.transport.become(access);
        return this;
    }

    /// Knows a user.
    public Server serving(Account account) {
        proxy.location.add(account);
        return this;
    }

    /// Knows a user, and where it is without that it registers.
    public Server serving(Account account, Socket at) {
        proxy.location.add(account);
        String uri = "sip:" + account.user() + "@" + at.inUri();
        proxy.location.bind(account.user(), uri, at, Long.MAX_VALUE);
        return this;
    }

    /// Wants credentials for REGISTER (401).
    public Server challengingRegistrations() {
        proxy.registrar.challenge();
        return this;
    }

    /// Wants credentials for requests of its own domain outside of dialogs (407).
    public Server challengingCalls() {
        proxy.challenges = true;
        return this;
    }

    /// Refuses wrong credentials with 403; it challenges again otherwise.
    public Server refusingWrongPasswords() {
        proxy.gatekeeper.refuseWrongPasswords();
        return this;
    }

    /// Answers REGISTER for users that it does not know as if it knew them; with 404 otherwise.
    public Server hidingUsers() {
        proxy.registrar.hideUsers();
        return this;
    }

    /// Stays on the way of dialogs that go through it (Record-Route).
    public Server recordingRoutes() {
        proxy.recordsRoutes = true;
        return this;
    }

    /// Sends requests on to another server or gateway, and trusts it. The rule that was given
    /// first counts; a Request-URI that holds an address of somebody else needs none.
    ///
    /// @param which tells by Request-URI
    public Server routing(Predicate<String> which, Socket to) {
        proxy.router.add(which, to);
        return this;
    }

    /// Wants no credentials from another server.
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

    /// How many transactions go on.
    public int open() {
        return proxy.open();
    }
}

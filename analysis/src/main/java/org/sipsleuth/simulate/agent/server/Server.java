package org.sipsleuth.simulate.agent.server;

import java.util.function.Predicate;
import org.sipsleuth.simulate.agent.Account;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A stateful proxy and the registrar of a domain, at one socket.
public final class Server implements Node {

    private final Scene scene;
    private final Profile profile;
    private final Socket socket;
    private final String domain;

    /// Takes its seat; the capture is not made there.
    public Server(Scene scene, Profile profile, Socket socket, String domain) {
        this.scene = scene;
        this.profile = profile;
        this.socket = socket;
        this.domain = domain;
    }

    /// Changes its seat to one where the capture is made.
    public Server tapped() {
        return at(Access.to(scene.network(), true));
    }

    /// Changes its seat.
    public Server at(Access itsAccess) {
        return this;
    }

    /// Knows a user; it is unknown (404) otherwise.
    public Server serving(Account account) {
        return this;
    }

    /// Knows where a user is without that it registers.
    public Server serving(Account account, Socket contact) {
        return this;
    }

    /// Wants credentials for REGISTER (401).
    public Server challengingRegistrations() {
        return this;
    }

    /// Wants credentials for INVITE and other requests of its own users (407).
    public Server challengingCalls() {
        return this;
    }

    /// Refuses wrong credentials with 403; it asks again (401) otherwise.
    public Server refusingWrongPasswords() {
        return this;
    }

    /// Stays on the way of dialogs that go through it (Record-Route).
    public Server recordingRoutes() {
        return this;
    }

    /// Sends requests for some users on to another server or gateway.
    ///
    /// @param users tells by Request-URI which
    public Server routing(Predicate<String> users, Socket to) {
        return this;
    }

    public Socket socket() {
        return socket;
    }

    public Profile profile() {
        return profile;
    }

    public String domain() {
        return domain;
    }

    /// How many transactions go on.
    public int open() {
        return 0;
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {}
}

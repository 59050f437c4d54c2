package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.agent.Labels;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// A back-to-back user agent (RFC 7092): each call has two legs with different Call-IDs.
public final class B2bua implements Node {

    private final Scene scene;
    private final Profile profile;
    private final Socket socket;

    /// Takes its seat; the capture is not made there.
    ///
    /// @param next where it sends the second leg
    public B2bua(Scene scene, Profile profile, Socket socket, Socket next) {
        this.scene = scene;
        this.profile = profile;
        this.socket = socket;
    }

    /// Changes its seat to one where the capture is made.
    public B2bua tapped() {
        return at(Access.to(scene.network(), true));
    }

    /// Changes its seat.
    public B2bua at(Access itsAccess) {
        return this;
    }

    /// Says what both legs share; nothing if this is not said.
    public B2bua sharing(SharedHeader itsHeader) {
        return this;
    }

    /// Puts itself into the way of media; it passes session descriptions on otherwise.
    public B2bua relayingMedia() {
        return this;
    }

    /// Says what the second legs are.
    public B2bua labelling(Labels itsLabels) {
        return this;
    }

    public Socket socket() {
        return socket;
    }

    public Profile profile() {
        return profile;
    }

    /// How many transactions and calls go on.
    public int open() {
        return 0;
    }

    @Override
    public void receive(Signal signal, Socket from, Socket at) {}
}

package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.Labels;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// A back-to-back user agent (RFC 7092): each call has two legs with different Call-IDs.
public final class B2bua {

    private final Exchange exchange;

    /// Takes its seat; the capture is not made there.
    ///
    /// @param next where it sends the second leg
    public B2bua(Scene scene, Profile profile, Socket socket, Socket next) {
        this.exchange = new Exchange(scene, profile, socket, next);
    }

    /// Changes its seat to one where the capture is made.
    public B2bua tapped() {
        return at(Access.to(exchange.scene.network(), true));
    }

    /// Changes its seat.
    public B2bua at(Access access) {
        exchange.transport.become(access);
        return this;
    }

    /// Says what both legs share; nothing if this is not said.
    public B2bua sharing(SharedHeader header) {
        exchange.shared = header;
        return this;
    }

    /// Puts itself into the way of media; it passes session descriptions on otherwise.
    public B2bua relayingMedia() {
        exchange.relaysMedia = true;
        return this;
    }

    /// Describes sessions as its own, too: nothing in the description tells of the other leg.
    public B2bua describingItself() {
        exchange.describesItself = true;
        return relayingMedia();
    }

    /// Thinks before it calls on.
    ///
    /// @param meanSeconds how long in the mean
    public B2bua takingTime(double meanSeconds) {
        exchange.delaySeconds = meanSeconds;
        return this;
    }

    /// Puts this before called numbers that do not begin with a plus.
    public B2bua prefixing(String prefix) {
        exchange.prefix = prefix;
        return this;
    }

    /// Says what the second legs are.
    public B2bua labelling(Labels labels) {
        exchange.labels = labels;
        return this;
    }

    public Socket socket() {
        return exchange.transport.socket();
    }

    public Profile profile() {
        return exchange.profile;
    }

    /// How many transactions and calls go on.
    public int open() {
        return exchange.open();
    }
}

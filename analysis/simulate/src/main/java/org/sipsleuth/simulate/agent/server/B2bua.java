package org.sipsleuth.simulate.agent.server;

import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.agent.plan.Labels;
import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.network.Socket;

/// A back-to-back user agent (RFC 7092): each call has two legs with different Call-IDs.
public final class B2bua {

    private final Exchange exchange;

    /// Attaches it to its socket; the capture is not made there.
    ///
    /// @param next where it sends the second leg
    public B2bua(Scene scene, Profile profile, Socket socket, Socket next) {
        this.exchange = new Exchange(scene, profile, socket, next);
    }

    /// Moves it to a tapped socket, where the capture is made.
    public B2bua tapped() {
        return at(Access.to(exchange.scene.network(), true));
    }

    /// Changes its network access.
    public B2bua at(Access access) {
        exchange.transport.become(access);
        return this;
    }

    /// Sets the correlation header that both legs share; the default is none.
    public B2bua sharing(SharedHeader header) {
        exchange.shared = header;
        return this;
    }

    /// Relays media itself; by default it forwards session descriptions unchanged.
    public B2bua relayingMedia() {
        exchange.relaysMedia = true;
        return this;
    }

    /// Also rewrites the session's origin: nothing in the description reveals the other leg.
    public B2bua describingItself() {
        exchange.describesItself = true;
        return relayingMedia();
    }

    /// Delays the second leg.
    ///
    /// @param meanSeconds the mean delay
    public B2bua takingTime(double meanSeconds) {
        exchange.delaySeconds = meanSeconds;
        return this;
    }

    /// Adds this prefix to called numbers that do not begin with a plus.
    public B2bua prefixing(String prefix) {
        exchange.prefix = prefix;
        return this;
    }

    /// Sets the labels of the second legs.
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

    /// The number of active transactions and calls.
    public int open() {
        return exchange.open();
    }
}

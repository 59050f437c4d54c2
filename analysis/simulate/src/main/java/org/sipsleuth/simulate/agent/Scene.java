package org.sipsleuth.simulate.agent;

import org.sipsleuth.simulate.agent.transaction.Addresses;
import org.sipsleuth.simulate.agent.transaction.Timers;
import org.sipsleuth.simulate.agent.transaction.Transport;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.world.World;

/// What all elements of a simulation share. A scenario makes one of its world.
public final class Scene {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LONGEST_SECONDS = 1e9;

    private final World world;
    private final Timers timers;
    private final Addresses addresses = new Addresses();
    private long elements;

    public Scene(World world) {
        this.world = world;
        this.timers = new Timers(world.timeline());
    }

    /// Seconds in ns; at most 31 years.
    public static long nanos(double seconds) {
        return (long) (Math.min(seconds, LONGEST_SECONDS) * NANOS_PER_SECOND);
    }

    public World world() {
        return world;
    }

    public Timeline timeline() {
        return world.timeline();
    }

    public Network network() {
        return world.network();
    }

    public Timers timers() {
        return timers;
    }

    /// Makes something happen in so many seconds.
    public void in(double seconds, Runnable event) {
        world.timeline().in(nanos(seconds), event);
    }

    /// Chance for one more element.
    public SeededRandom drawsOfNext() {
        return world.draws().of("element", elements++);
    }

    /// Seats an element where the capture is not made.
    public Transport seat(Socket socket, Node node) {
        return new Transport(timers, addresses, world.network(), socket, node);
    }
}

package org.sipsleuth.simulate.agent.transaction;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.message.Via;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;

/// The transport of an element: its socket and its access to the network.
public final class Transport {

    private final Timers timers;
    private final Addresses addresses;
    private final Socket socket;
    private final Node node;
    private final String sentBy;
    private final boolean reliable;
    private Access access;
    private @Nullable String contactUser;
    private String contact = "";

    /// Attaches an element to a socket that is not tapped.
    public Transport(Timers timers, Addresses addresses, Network network, Socket socket, Node node) {
        this.timers = timers;
        this.addresses = addresses;
        this.socket = socket;
        this.node = node;
        this.sentBy = socket.inUri();
        this.reliable = network.isReliable();
        this.access = Access.to(network, false);
        access.join(socket, node);
    }

    /// Changes the access.
    public void become(Access other) {
        access.leave(socket);
        access = other;
        access.join(socket, node);
    }

    /// Detaches the element.
    public void leave() {
        access.leave(socket);
    }

    public Socket socket() {
        return socket;
    }

    /// The address as written in a URI.
    public String sentBy() {
        return sentBy;
    }

    public Addresses addresses() {
        return addresses;
    }

    public Timers timers() {
        return timers;
    }

    /// Whether the transport is reliable.
    public boolean isReliable() {
        return reliable;
    }

    /// A value of Contact.
    ///
    /// @param user the user part, or empty
    public String contact(String user) {
        if (!user.equals(contactUser)) {
            String who = user.isEmpty() ? "" : user + "@";
            contact = "<sip:" + who + sentBy + (reliable ? ";transport=tcp>" : ">");
            contactUser = user;
        }
        return contact;
    }

    /// A value of Record-Route.
    public String route() {
        return "<sip:" + sentBy + (reliable ? ";transport=tcp;lr>" : ";lr>");
    }

    /// Sends a message from here.
    public void send(Signal signal, Socket to) {
        access.send(signal, socket, to);
    }

    boolean reaches(Socket to) {
        return access.reaches(to);
    }

    /// The value of Via for a request that is sent from here.
    public Via via(String branch) {
        return Via.asking(reliable ? "TCP" : "UDP", sentBy, branch);
    }
}

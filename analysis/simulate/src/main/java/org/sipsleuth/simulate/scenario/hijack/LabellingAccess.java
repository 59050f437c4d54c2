package org.sipsleuth.simulate.scenario.hijack;

import org.sipsleuth.simulate.agent.transaction.Access;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Node;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.truth.Attack;

/// The network access of an attacker whom others call: what it answers is labelled as its attack,
/// although the dialogs are not.
///
/// @param isTapped whether the capture is made where the attacker is
record LabellingAccess(Network network, Attack attack, boolean isTapped) implements Access {

    @Override
    public void join(Socket socket, Node node) {
        Node labelling = (signal, from, at) -> node.receive(labelled(signal), from, at);
        if (isTapped) {
            network.joinTapped(socket, labelling);
        } else {
            network.join(socket, labelling);
        }
    }

    private Signal labelled(Signal signal) {
        if (attack.equals(signal.label.attack())) {
            return signal;
        }
        Signal copy = signal.copy();
        copy.label = signal.label.reachedBy(attack);
        return copy;
    }

    @Override
    public void leave(Socket socket) {
        network.leave(socket);
    }

    @Override
    public void send(Signal signal, Socket from, Socket to) {
        network.send(signal, from, to);
    }

    @Override
    public boolean reaches(Socket to) {
        return !network.isReliable() || network.isAttached(to);
    }
}

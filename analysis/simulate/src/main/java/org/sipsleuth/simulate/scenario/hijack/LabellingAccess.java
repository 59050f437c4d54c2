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
/// @param attack the attack
record LabellingAccess(Network network, Attack attack) implements Access {

    @Override
    public void join(Socket socket, Node node) {
        network.join(socket, (signal, from, at) -> node.receive(labelled(signal), from, at));
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

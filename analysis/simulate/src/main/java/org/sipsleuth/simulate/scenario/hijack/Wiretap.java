package org.sipsleuth.simulate.scenario.hijack;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.simulate.network.Network;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.network.Tap;
import org.sipsleuth.truth.TrafficClass;

/// Follows the calls of others at a server, and reports each when it rings and when it is answered.
/// Calls of attacks are not reported.
final class Wiretap implements Tap {

    private final Socket server;
    private final Consumer<OverheardCall> listener;

    /// By Call-ID; those that have ended are removed.
    private final Map<String, OverheardCall> calls = new HashMap<>();

    private Wiretap(Socket server, Consumer<OverheardCall> listener) {
        this.server = server;
        this.listener = listener;
    }

    /// Starts to listen.
    ///
    /// @param listener is called whenever a call begins to ring, or is answered
    static void at(Network network, Socket server, Consumer<OverheardCall> listener) {
        network.overhear(new Wiretap(server, listener));
    }

    @Override
    public void pass(long atNanos, Signal signal, Socket from, Socket to) {
        if (signal.label.trafficClass() != TrafficClass.NORMAL) {
            return;
        }
        OverheardCall call = calls.get(signal.callId);
        if (call == null) {
            boolean begins = signal.isRequest("INVITE") && signal.to.tag().isEmpty();
            if (begins && to.equals(server)) {
                calls.put(signal.callId, new OverheardCall(signal, from, server));
            }
            return;
        }
        OverheardCall.State before = call.state();
        call.see(signal, from, to);
        OverheardCall.State now = call.state();
        if (now == OverheardCall.State.OVER) {
            calls.remove(signal.callId);
        } else if (now != before) {
            listener.accept(call);
        }
    }
}

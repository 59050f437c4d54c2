package org.sipsleuth.simulate.scenario.social;

import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profile;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.script.Party;
import org.sipsleuth.simulate.script.Script;
import org.sipsleuth.simulate.script.ScriptPlayer;
import org.sipsleuth.simulate.world.World;

/// Plays calls as messages between the caller, or the gateway for those outside, and the server:
/// one leg of each, so that a call is one dialog.
final class PhoneNetwork {

    private static final int FIRST_MEMBER = 10;

    private final World world;
    private final Addresses addresses;
    private final SeededRandom draws;
    private final Socket server;
    private final Socket gateway;
    private long calls;

    /// @param addresses the socket of each member
    PhoneNetwork(World world, Addresses addresses) {
        this.world = world;
        this.addresses = addresses;
        this.draws = world.draws().of("phone network");
        this.server = seat(addresses.inside(0));
        this.gateway = seat(addresses.inside(1));
    }

    private Socket seat(Host host) {
        Socket socket = Addresses.sip(host);
        world.network().joinTapped(socket, (_, _, _) -> {});
        return socket;
    }

    /// Attaches a member.
    void seat(int member) {
        seat(addresses.inside(FIRST_MEMBER + member));
    }

    /// Plays a call from now on.
    ///
    /// @param member the caller's number, or -1 for somebody outside
    void play(PhoneCall call, int member) {
        Socket socket = member < 0 ? gateway : Addresses.sip(addresses.inside(FIRST_MEMBER + member));
        Profile profile = member < 0 ? Profiles.gateway() : Profiles.phone(member);
        Party caller = party(call.caller(), profile, socket);
        Party callee = party(call.callee(), Profiles.pbx(), server);
        new ScriptPlayer(world, draws.of("call", calls++), caller, callee, call.label())
                .lasting(call.ringSeconds(), call.talkSeconds())
                .play(script(call), () -> {});
    }

    private static Party party(String uri, Profile profile, Socket socket) {
        int at = uri.indexOf('@');
        return new Party(uri.substring(4, at), uri.substring(at + 1), "", profile, socket);
    }

    private static Script script(PhoneCall call) {
        Script script = new Script();
        int invite = script.request("INVITE");
        script.response(invite, 100);
        if (call.status() != 404) {
            script.response(invite, 180);
        }
        if (call.status() == 487) {
            script.cancel(invite).cancelled(invite);
        }
        script.response(invite, call.status()).ack(invite);
        return call.status() == 200 ? script.exchange(call.callerEnds(), "BYE", 200) : script;
    }
}

package org.sipsleuth.simulate.script;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.network.Host;
import org.sipsleuth.simulate.network.Socket;
import org.sipsleuth.simulate.world.World;
import org.sipsleuth.truth.Label;
import org.sipsleuth.truth.TrafficClass;

/// The phones of a telephone system, as the system sees them: it is the other side of each.
public final class Extensions {

    private static final int FIRST = 2_001;
    private static final int SIP_PORT = 5060;
    private static final int HOSTS_OF_A_NET = 200;

    private final World world;
    private final SeededRandom draws;
    private final String domain;
    private final Socket server;
    private final List<Party> phones = new ArrayList<>();

    /// Seats the system and its phones.
    ///
    /// @param phones how many, at most 50,000
    public Extensions(World world, String domain, int phones) {
        this.world = world;
        this.draws = world.draws().of("extensions");
        this.domain = domain;
        this.server = new Socket(Host.ipv4(10, 0, 0, 1), SIP_PORT);
        world.network().joinTapped(server, (_, _, _) -> {});
        for (int i = 0; i < phones; i++) {
            this.phones.add(phone(i));
        }
    }

    private Party phone(int number) {
        int net = 1 + number / HOSTS_OF_A_NET;
        Host host = Host.ipv4(10, 0, net, 10 + number % HOSTS_OF_A_NET);
        String user = Integer.toString(FIRST + number);
        Socket socket = new Socket(host, SIP_PORT);
        Party phone = new Party(user, domain, "pw" + user, Profiles.phone(number), socket);
        world.network().joinTapped(socket, (_, _, _) -> {});
        world.truth().user(phone.uri(), TrafficClass.NORMAL);
        return phone;
    }

    /// A dialog between two of them, to be played.
    public ScriptPlayer dialog(Label label) {
        Party caller = draws.of(phones);
        Party called = draws.of(phones);
        Party callee = new Party(called.user(), domain, "", Profiles.pbx(), server);
        SeededRandom own = draws.of("dialog", draws.between(0, Long.MAX_VALUE - 1));
        return new ScriptPlayer(world, own, caller, callee, label);
    }
}

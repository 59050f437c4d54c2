package org.sipsleuth.simulate.scenario.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.simulate.scenario.attack.Dos;
import org.sipsleuth.simulate.scenario.attack.FirewallTraversal;
import org.sipsleuth.simulate.scenario.attack.MessageSpam;
import org.sipsleuth.simulate.scenario.attack.PasswordCracking;
import org.sipsleuth.simulate.scenario.attack.RemoteControl;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.simulate.scenario.attack.Spit;
import org.sipsleuth.simulate.scenario.attack.TollFraud;
import org.sipsleuth.simulate.scenario.attack.VoicemailProbing;
import org.sipsleuth.simulate.scenario.flood.FloodAttack;
import org.sipsleuth.simulate.scenario.hijack.Hijack;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;

/// All attacks on offices, by name.
public final class Attacks {

    private static final List<OfficeAttack> ALL = List.of(new Scan(), new PasswordCracking(), new Spit(), new Dos(),
            new FloodAttack(), new FirewallTraversal(), new TollFraud(), new Hijack(), new RemoteControl(),
            new MessageSpam(), new VoicemailProbing());

    private Attacks() {}

    /// All of them.
    public static List<OfficeAttack> all() {
        return ALL;
    }

    /// Those that a list names: `scan,spit`.
    ///
    /// @throws SettingException if there is none of a name
    static List<OfficeAttack> named(String list) throws SettingException {
        List<OfficeAttack> named = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                named.add(of(name.strip()));
            }
        }
        return named;
    }

    private static OfficeAttack of(String name) throws SettingException {
        Optional<OfficeAttack> found = ALL.stream().filter(attack -> attack.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            String names = String.join(", ", ALL.stream().map(OfficeAttack::name).toList());
            throw new SettingException("No such attack: %s. Available attacks: %s.".formatted(name, names));
        }
        return found.get();
    }
}

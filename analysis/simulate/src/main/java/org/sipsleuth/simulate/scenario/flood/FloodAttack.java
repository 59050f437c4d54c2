package org.sipsleuth.simulate.scenario.flood;

import java.util.List;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.Person;
import org.sipsleuth.truth.Attack;

/// A flood of INVITEs against the server of an office.
public final class FloodAttack implements OfficeAttack {

    private static final String SECONDS = "flood-seconds";
    private static final double NORMAL_PER_SECOND = 1;

    @Override
    public String name() {
        return "invite-flood";
    }

    @Override
    public String description() {
        return "INVITE flood to office users; responses are never acknowledged.";
    }

    @Override
    public String source() {
        return "Paper 2 (INVITE floods), §3.3";
    }

    @Override
    public List<Setting> settings() {
        return List.of(FloodRate.SETTING, Setting.real(SECONDS, 20, "s", 0.1, 1_000_000, "duration"), Spoofing.WHAT,
                Spoofing.WHO);
    }

    @Override
    public void begin(Office office, Settings settings, SeededRandom draws, double forSeconds) {
        Attack attack = office.scene()
                .world()
                .truth()
                .attack(Spoofing.of(settings).plan("INVITEs that are never acknowledged"));
        Flood.Victim victim =
                new Flood.Victim(office.server().socket(), office.people().stream().map(Person::uri).toList(),
                        office.people().stream().map(Person::phone).map(Flood.Caller::direct).toList());
        double rate = FloodRate.of(settings.text(FloodRate.SETTING.name())).perSecond();
        new Flood(office.scene(), office.addresses(), victim, Spoofing.of(settings), office.externalSocket()).begin(
                FloodBehaviour.VERY_HIGH, rate, NORMAL_PER_SECOND, Math.min(forSeconds, settings.real(SECONDS)),
                attack);
    }
}

package org.sipsleuth.lab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.agent.Scene;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.simulate.scenario.office.Addresses;
import org.sipsleuth.simulate.scenario.office.ArrivalProcess;
import org.sipsleuth.simulate.scenario.office.Office;
import org.sipsleuth.simulate.scenario.office.OfficeAttack;
import org.sipsleuth.simulate.scenario.office.OfficeDay;
import org.sipsleuth.simulate.world.World;

/// A short time of an office in which some things happen.
public final class LabOffice implements Scenario {

    private record Planned(double afterSeconds, LabEvent event) {}

    private final OfficePlace place;
    private final double seconds;
    private final double callsPerHour;
    private final List<Planned> planned = new ArrayList<>();

    /// @param callsPerHour of the office's people; with 0 they are silent, and do not register
    public LabOffice(OfficePlace place, double seconds, double callsPerHour) {
        this.place = place;
        this.seconds = seconds;
        this.callsPerHour = callsPerHour;
    }

    /// The same with something that happens.
    public LabOffice with(double afterSeconds, LabEvent event) {
        planned.add(new Planned(afterSeconds, event));
        return this;
    }

    /// The same with an attack of the simulator.
    public LabOffice with(double afterSeconds, OfficeAttack attack, Map<String, String> settings) {
        Settings own;
        try {
            own = Settings.of(attack.settings(), settings);
        } catch (SettingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
        return with(afterSeconds, (office, draws, forSeconds) -> attack.begin(office, own, draws, forSeconds));
    }

    @Override
    public String name() {
        return "lab-office";
    }

    @Override
    public String description() {
        return "A short time of an office, with what a lab asks about.";
    }

    @Override
    public String source() {
        return "docs/TEACHING.md";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public void play(World world) {
        Scene scene = new Scene(world);
        Addresses addresses = new Addresses(false, place.network(), place.firstOutside());
        Office office = new Office(scene, addresses, place.domain(), place.people(), place.firstExtension());
        if (callsPerHour > 0) {
            office.open(seconds);
            OfficeDay day = new OfficeDay(office, ArrivalProcess.steady(callsPerHour));
            scene.in(0, () -> day.begin(seconds));
        }
        for (int i = 0; i < planned.size(); i++) {
            Planned each = planned.get(i);
            var draws = world.draws().of("event", i);
            scene.in(each.afterSeconds(), () -> each.event().begin(office, draws, seconds - each.afterSeconds()));
        }
    }
}

package org.sipsleuth.simulate.scenario.flood;

import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackPlan;
import org.sipsleuth.truth.TrafficClass;

/// What a flood pretends.
///
/// @param address whether each INVITE comes from an address that is not its sender's
/// @param uri whether each names somebody else in From and Contact
/// @param legitimate whether addresses and names are those of real users, instead of invented
record Spoofing(boolean address, boolean uri, boolean legitimate) {

    static final Setting WHAT = Setting.choice("spoofing", "what is spoofed", "both", "address", "uri", "none");
    static final Setting WHO = Setting.choice("identities", "spoofed addresses and names", "legitimate", "invented");

    /// A flood with these pretences.
    AttackPlan plan(String story) {
        AttackPlan plan = AttackPlan.of(TrafficClass.INVITE_FLOOD, AttackKind.INVITE_FLOOD, story);
        return address ? plan.withForgedAddresses() : plan;
    }

    static Spoofing of(Settings settings) {
        String what = settings.text(WHAT.name());
        boolean both = what.equals("both");
        return new Spoofing(both || what.equals("address"), both || what.equals("uri"),
                settings.is(WHO.name(), "legitimate"));
    }
}

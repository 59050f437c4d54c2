package org.sipsleuth.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.setting.Setting.Choice;
import org.sipsleuth.setting.Setting.Real;
import org.sipsleuth.setting.Setting.Text;
import org.sipsleuth.setting.Setting.Whole;

/// The values of all settings of a scenario, each checked.
public final class Settings {

    private final Map<String, String> values;
    private final Set<String> given;

    private Settings(Map<String, String> values, Set<String> given) {
        this.values = values;
        this.given = Set.copyOf(given);
    }

    /// Takes the given values, and the defaults of those that are not given.
    ///
    /// @param known all settings that there are
    /// @param given values by name
    /// @throws SettingException if a name is not known, or a value is not one of its setting's
    public static Settings of(List<Setting> known, Map<String, String> given) throws SettingException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : known) {
            values.put(setting.name(), setting.standard());
        }
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Setting setting = named(known, entry.getKey());
            check(setting, entry.getValue());
            values.put(setting.name(), entry.getValue());
        }
        return new Settings(values, given.keySet());
    }

    private static Setting named(List<Setting> known, String name) throws SettingException {
        for (Setting setting : known) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        String names = String.join(", ", known.stream().map(Setting::name).sorted().toList());
        throw new SettingException("No such setting: %s. Available settings: %s.".formatted(name, names));
    }

    private static void check(Setting setting, String value) throws SettingException {
        switch (setting.kind()) {
            case Whole whole -> {
                long number = whole(setting.name(), value);
                if (number < whole.least() || number > whole.most()) {
                    throw outside(setting, value, whole.least() + " to " + whole.most());
                }
            }
            case Real real -> {
                double number = real(setting.name(), value);
                if (!(number >= real.least() && number <= real.most())) {
                    throw outside(setting, value, real.least() + " to " + real.most());
                }
            }
            case Choice choice -> {
                if (!choice.words().contains(value)) {
                    throw outside(setting, value, "one of " + String.join(", ", choice.words()));
                }
            }
            case Text _ -> {
            }
        }
    }

    private static SettingException outside(Setting setting, String value, String range) {
        return new SettingException("%s must be %s (got %s).".formatted(setting.name(), range, value));
    }

    private static long whole(String name, String value) throws SettingException {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new SettingException("%s must be a whole number (got %s).".formatted(name, value));
        }
    }

    private static double real(String name, String value) throws SettingException {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new SettingException("%s must be a number (got %s).".formatted(name, value));
        }
    }

    /// Whether a value was given, not left to its default.
    public boolean isGiven(String name) {
        return given.contains(name);
    }

    /// All values by name, in the order of the settings; as text.
    public Map<String, String> asText() {
        return new LinkedHashMap<>(values);
    }

    /// The value of a setting of whole numbers.
    public long whole(String name) {
        return Long.parseLong(text(name));
    }

    /// The same as an `int`.
    public int count(String name) {
        return Math.toIntExact(whole(name));
    }

    /// The value of a setting of numbers.
    public double real(String name) {
        return Double.parseDouble(text(name));
    }

    /// The value as text.
    ///
    /// @throws IllegalArgumentException if there is no such setting
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + name);
        }
        return value;
    }

    /// Whether the value is this word.
    public boolean is(String name, String word) {
        return text(name).equals(word);
    }
}

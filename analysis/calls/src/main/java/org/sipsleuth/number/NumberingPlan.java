package org.sipsleuth.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/// The numbering plans of the world, from libphonenumber.
final class NumberingPlan {

    private static final String NO_REGION = "ZZ"; // libphonenumber: only numbers with +
    private static final int LONGEST_CODE = 3;

    private NumberingPlan() {}

    /// What a number is for.
    enum Type {
        PREMIUM,
        /// A satellite or other network of no country, and not free of charge.
        GLOBAL,
        OTHER
    }

    /// A number as its plan reads it.
    ///
    /// @param countryCode without `+`
    /// @param region its ISO code; longer or `ZZ` for what is no country
    /// @param digits in international form without `+`
    record PlanNumber(int countryCode, String region, Type type, String digits) {}

    /// Whether a number with `+` begins with a country code that is assigned.
    static boolean hasAssignedCode(String number) {
        for (int length = 1; length <= LONGEST_CODE && length < number.length(); length++) {
            String code = number.substring(1, length + 1);
            if (code.charAt(0) != '0'
                    && library().getSupportedCallingCodes().contains(Integer.valueOf(code))) {
                return true;
            }
        }
        return false;
    }

    /// Reads a number; empty where it has no place in the plan.
    ///
    /// @param dialled digits, perhaps after `+`
    /// @param home the ISO code of the region where it was dialled, if known
    static Optional<PlanNumber> number(String dialled, Optional<String> home) {
        try {
            PhoneNumber number = library().parse(dialled, home.orElse(NO_REGION));
            String region = library().getRegionCodeForNumber(number);
            if (region == null) {
                region = library().getRegionCodeForCountryCode(number.getCountryCode());
            }
            return Optional.of(
                    new PlanNumber(
                            number.getCountryCode(),
                            region.equals(NO_REGION) ? "" : region,
                            type(library().getNumberType(number), region),
                            number.getCountryCode()
                                    + library().getNationalSignificantNumber(number)));
        } catch (NumberParseException notOfThatPlan) {
            return Optional.empty();
        }
    }

    private static Type type(PhoneNumberType type, String region) {
        if (type == PhoneNumberType.PREMIUM_RATE) {
            return Type.PREMIUM;
        }
        boolean isGlobal = region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
        return isGlobal && type != PhoneNumberType.TOLL_FREE ? Type.GLOBAL : Type.OTHER;
    }

    private static PhoneNumberUtil library() {
        return PhoneNumberUtil.getInstance();
    }
}

# Two hosts of one network share the extensions for which svwar asks by REGISTER, each slowly.
relocate example.org 5060 172.22.80 203.0.113 198.18.33
EXTENSIONS=(2411 2412 2413 2414 2415 2416)
EXISTING='^24[1-4][0-9]$'
WEAK=none
open_office
for n in 1 2; do add_attacker "one$n" "198.18.33.4$n"; done
start_office_capture
keep_alive 11
office_day 302 75
for n in 1 2; do
    at "$((8 + 2 * n))" attack "A1-$n" scan "one$n" "$((5060 + n))" \
        "Two hosts of one network ask by REGISTER for 2400 to 2479, each for forty of them, one every 1.2 seconds." "$(version_of svwar)" \
        svwar -b "198.18.33.4$n" -x "198.18.33.4$n" -P "$((5060 + n))" -t 1.2 -e "$((2360 + 40 * n))-$((2399 + 40 * n))" 172.22.80.1
done
play
wait_for A1-1 A1-2
close_office
expect_said A1-1 '2411'

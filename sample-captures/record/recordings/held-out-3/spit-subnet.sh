# Five neighbouring hosts of one provider's network call the extensions of an office, each under four
# numbers of its own, together one call every three seconds.
relocate example.com 5060 10.202.8 203.0.113 100.72.14
EXTENSIONS=(3101 3102 3103 3104 3105 3106 3107 3108)
EXISTING='^31[0-1][0-9]$'
WEAK=none
open_office
for n in 1 2 3 4 5; do add_attacker "pool$n" "100.72.14.$((32 + n))"; done
start_office_capture
keep_alive 17
office_day 314 118 10-108
for n in 1 2 3 4 5; do
    printf '%s\n' SEQUENTIAL >"$scratch/called$n.csv"
    for call in 0 1 2 3 4 5; do
        extension=$((3101 + (5 * call + n) % 8))
        echo "$extension;0${n}05558$((200 + 10 * n + call % 4));" >>"$scratch/called$n.csv"
        # SIPp makes its first call after fifteen seconds; one of six declines.
        if [ $(((call + n) % 6)) = 5 ]; then answer=hangup; else answer=accept; fi
        at "$((12 + 3 * (n - 1) + 15 * (call + 1))).5" tell "$extension" "$answer"
    done
    at "$((10 + 3 * (n - 1)))" attack "A1-$n" spit "pool$n" "$((5060 + n % 2))" \
        "Five hosts of one network call the extensions, each six times under four numbers, and play six seconds to whoever answers." "$(version_of sipp)" \
        env TERM=dumb sipp -sf "$parts/sipp/spit.xml" -nostdin -inf "$scratch/called$n.csv" \
        -i "100.72.14.$((32 + n))" -mi "100.72.14.$((32 + n))" -p "$((5060 + n % 2))" -key agent "FPBX-15.0.17(16.9.0)" -d 6000 -r 1 -rp 15000 -m 6 -l 6 10.202.8.1:5060
done
play
for n in 1 2 3 4 5; do wait "${pid_of[A1-$n]}" || true; done # whoever is called may hang up first
close_office

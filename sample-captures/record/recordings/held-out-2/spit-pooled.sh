# Four hosts in three networks call the extensions of an office, each under eight numbers of its own,
# together one call every two and a half seconds.
relocate example.org 5060 10.129.4 198.18.60 203.0.113 198.19.201
EXTENSIONS=(1601 1602 1603 1604 1605 1606 1607 1608 1609)
EXISTING='^16[0-1][0-9]$'
WEAK=none
open_office
pool=(198.18.60.114 198.18.60.115 203.0.113.88 198.19.201.3)
for n in 1 2 3 4; do add_attacker "pool$n" "${pool[n - 1]}"; done
start_office_capture
keep_alive 15
office_day 214 105 10-90
for n in 1 2 3 4; do
    printf '%s\n' SEQUENTIAL >"$scratch/called$n.csv"
    for call in 0 1 2 3 4 5 6; do
        extension=$((1601 + (4 * call + n) % 9))
        echo "$extension;0$((n + 2))05554$((100 * n + 7 * call % 8));" >>"$scratch/called$n.csv"
        # SIPp makes its first call after ten seconds; one of five declines.
        if [ $(((call + n) % 5)) = 4 ]; then answer=hangup; else answer=accept; fi
        at "$((12 + 25 * (n - 1) / 10 + 10 * (call + 1))).8" tell "$extension" "$answer"
    done
    at "$((10 + 25 * (n - 1) / 10)).$((5 * ((n - 1) % 2)))" attack "A1-$n" spit "pool$n" "$((5060 + 2 * n))" \
        "Four hosts call the extensions, each seven times under changing numbers, and play four seconds to whoever answers." "$(version_of sipp)" \
        env TERM=dumb sipp -sf "$parts/sipp/spit.xml" -nostdin -inf "$scratch/called$n.csv" \
        -i "${pool[n - 1]}" -mi "${pool[n - 1]}" -p "$((5060 + 2 * n))" -key agent "MicroSIP/3.20.6" -d 4000 -r 1 -rp 10000 -m 7 -l 7 10.129.4.1:5060
done
play
for n in 1 2 3 4; do wait "${pid_of[A1-$n]}" || true; done # whoever is called may hang up first
close_office

# Eighty callers of two networks, each with its own address, call one number within fifteen seconds;
# most hear that it is busy, and some call again. All are people; every call is acknowledged and ended.
relocate vote.example.org 5060 10.12.190 203.0.113 198.18.70 198.19.70
EXTENSIONS=(701 702 703 704 705)
EXISTING='^7[0-2][0-9]$'
WEAK=none
open_office
sed -i 's/chance="0.35"/chance="0.65"/' "$parts/sipp/hotline.xml"
add_users vote 10.12.190.30 711 711
add_outsider callers 198.18.70.5
crowd 711 198.18.70.{101..140} 198.19.70.{141..180}
start_office_capture
keep_alive 9
office_day 323 62 18-50
incoming+=(crowd)
at 20 start crowd callers env TERM=dumb sipp -sf "$parts/sipp/crowd.xml" -nostdin -inf "$scratch/called.csv" -t ui -max_socket 300 \
    -ip_field 2 -cid_str "%u-%p" -i 198.18.70.5 -mi 198.18.70.5 -p 5060 -key agent "AVM FRITZ!Box 7590" -r 9 -m 135 -l 130 10.12.190.1:5060
play
close_office

# A call between two phones without a proxy, on ports that are not SIP's.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_capture udp
phone 1002 phone2 callee -p 47112 -s 1002
wait_until 10 listens phone2 47112
phone 1001 phone1 caller -p 39000 -s 1002 -key user 1001 192.0.2.12:47112
wait_for 1001 1002
stop_capture
tshark_options=(-d udp.port==47112,sip)
expect phone1 ">INVITE <180 <200 >ACK >BYE <200"

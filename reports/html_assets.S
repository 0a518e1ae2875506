// Files as they are, between two labels each. WAYWORTH_CHARTS is not defined in a build without charts.
  .section .rodata
  .global wayworth_style_begin, wayworth_style_end
wayworth_style_begin:
  .incbin WAYWORTH_STYLE
wayworth_style_end:

  .global wayworth_charts_begin, wayworth_charts_end, wayworth_charts_hash_begin, wayworth_charts_hash_end
wayworth_charts_begin:
#ifdef WAYWORTH_CHARTS
  .incbin WAYWORTH_CHARTS
#endif
wayworth_charts_end:
wayworth_charts_hash_begin:
#ifdef WAYWORTH_CHARTS
  .incbin WAYWORTH_CHARTS_HASH
#endif
wayworth_charts_hash_end:

  .section .note.GNU-stack,"",%progbits

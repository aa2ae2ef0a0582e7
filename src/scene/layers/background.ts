import type { Layer } from "../layer.js";

export const background: Layer = ({ layout, theme }) =>
  theme.background === "none"
    ? []
    : [
        {
          type: "rect",
          x: 0,
          y: 0,
          width: layout.width,
          height: layout.height,
          fill: theme.background,
          hidden: true,
          name: "background",
        },
      ];
